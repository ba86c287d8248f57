using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Keyline.Server.Outside.Dns;

/// <summary>One question for the TXT records of a name, with an id of its own (RFC 1035 4.1).</summary>
internal sealed class DnsQuery
{
    public const int HeaderLength = 12;
    public const ushort TextType = 16;
    public const ushort InternetClass = 1;

    private const ushort RecursionDesired = 0x0100;

    private DnsQuery(ushort id, byte[] name, byte[] wire)
    {
        Id = id;
        Name = name;
        Wire = wire;
    }

    public ushort Id { get; }

    /// <summary>The name as asked, in wire form.</summary>
    public byte[] Name { get; }

    /// <summary>The whole message.</summary>
    public byte[] Wire { get; }

    public static DnsQuery For(DnsName name) => For(name.ToWire(), (ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1));

    public static DnsQuery For(byte[] name, ushort id)
    {
        var wire = new byte[HeaderLength + name.Length + 4];
        BinaryPrimitives.WriteUInt16BigEndian(wire, id);
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(2), RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(4), 1);
        name.CopyTo(wire.AsSpan(HeaderLength));
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(HeaderLength + name.Length), TextType);
        BinaryPrimitives.WriteUInt16BigEndian(wire.AsSpan(HeaderLength + name.Length + 2), InternetClass);
        return new DnsQuery(id, name, wire);
    }

    /// <summary>Whether this message answers this very question: the id, the name to the letter case, type and class.</summary>
    public bool IsAnsweredBy(ReadOnlySpan<byte> message) =>
        message.Length >= Wire.Length
        && BinaryPrimitives.ReadUInt16BigEndian(message) == Id
        && (message[2] & 0x80) != 0
        && BinaryPrimitives.ReadUInt16BigEndian(message[4..]) == 1
        && message[HeaderLength..Wire.Length].SequenceEqual(Wire.AsSpan(HeaderLength));
}
