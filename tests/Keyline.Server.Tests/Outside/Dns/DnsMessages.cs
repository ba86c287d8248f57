using System.Buffers.Binary;
using Keyline.Server.Outside.Dns;

namespace Keyline.Server.Tests.Outside.Dns;

/// <summary>Complete answers to one query, to be broken byte by byte.</summary>
internal static class DnsMessages
{
    public static byte[] Name { get; } = "\u0008_keyline\u0004acme\u0004test\0"u8.ToArray();

    public static DnsQuery Query { get; } = DnsQuery.For(Name, 0x1234);

    /// <summary>Where the first record of an answer begins.</summary>
    public static int FirstRecord => Query.Wire.Length;

    /// <summary>An answer with these records.</summary>
    public static byte[] Answer(params byte[][] records)
    {
        byte[] answer = [.. Query.Wire, .. records.SelectMany(record => record)];
        answer[2] = 0x81;
        answer[3] = 0x80;
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(6), (ushort)records.Length);
        return answer;
    }

    /// <summary>A TXT record whose name is a pointer to the question's.</summary>
    public static byte[] Text(string text) => Record([0xC0, 12], 16, [(byte)text.Length, .. text.Select(c => (byte)c)]);

    public static byte[] Record(byte[] name, ushort type, byte[] data)
    {
        var fields = new byte[10];
        BinaryPrimitives.WriteUInt16BigEndian(fields, type);
        BinaryPrimitives.WriteUInt16BigEndian(fields.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(fields.AsSpan(8), (ushort)data.Length);
        return [.. name, .. fields, .. data];
    }
}
