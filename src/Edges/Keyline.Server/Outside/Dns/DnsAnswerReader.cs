using System.Buffers.Binary;
using System.Text;
using Keyline.Identity.Domains;

namespace Keyline.Server.Outside.Dns;

/// <summary>Reads an answer. Everything in it is hostile: lengths, pointers, counts.</summary>
internal static class DnsAnswerReader
{
    private const int MaxRecords = 512;
    private const int MaxAliases = 16;
    private const ushort AliasType = 5;

    public static Result<DnsAnswer, DnsFault> Read(ReadOnlySpan<byte> message, DnsQuery query)
    {
        if (!query.IsAnsweredBy(message))
        {
            return Bad("it does not answer the question");
        }

        int flags = BinaryPrimitives.ReadUInt16BigEndian(message[2..]);
        int records = BinaryPrimitives.ReadUInt16BigEndian(message[6..]);
        var code = flags & 0x0F;
        if ((flags & 0x7800) != 0)
        {
            return Bad("its operation is not a query's");
        }

        var truncated = (flags & 0x0200) != 0;
        if (code != 0 || truncated)
        {
            return new DnsAnswer(code, truncated, Referral: false, []);
        }

        if (records > MaxRecords)
        {
            return Bad($"it announces {records} records; at most {MaxRecords} are read");
        }

        var texts = new List<string>();
        if (Collect(message, query, records, texts) is { } fault)
        {
            return fault;
        }

        // Neither authoritative nor recursive, and empty: it only points to somebody else.
        return new DnsAnswer(code, Truncated: false, Referral: records == 0 && (flags & 0x0480) == 0, texts);
    }

    /// <summary>Takes the texts of the name, and of what it is an alias of.</summary>
    private static DnsFault? Collect(ReadOnlySpan<byte> message, DnsQuery query, int records, List<string> texts)
    {
        if (Name(message, DnsQuery.HeaderLength, out _) is not { } owner)
        {
            return Bad("its question has a name that is none");
        }

        var aliases = 0;
        var at = query.Wire.Length;
        for (var i = 0; i < records; i++)
        {
            if (Name(message, at, out at) is not { } name || message.Length - at < 10)
            {
                return Bad($"record {i + 1} has a name that is none, or ends early");
            }

            var type = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
            var inInternet = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 2)..]) == DnsQuery.InternetClass;
            int length = BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]);
            at += 10;
            if (message.Length - at < length)
            {
                return Bad($"record {i + 1} is longer than the message");
            }

            if (inInternet && string.Equals(name, owner, StringComparison.OrdinalIgnoreCase))
            {
                if (type == DnsQuery.TextType)
                {
                    if (Text(message.Slice(at, length)) is not { } text)
                    {
                        return Bad($"text record {i + 1} has strings longer than itself");
                    }

                    texts.Add(text);
                }
                else if (type == AliasType)
                {
                    if (++aliases > MaxAliases || Name(message[..(at + length)], at, out _) is not { } target)
                    {
                        return Bad("its chain of aliases is too long or broken");
                    }

                    owner = target;
                }
            }

            at += length;
        }

        return null;
    }

    /// <summary>One record's strings, joined without anything between (RFC 7208 3.3 has the same rule).</summary>
    private static string? Text(ReadOnlySpan<byte> data)
    {
        var bytes = new byte[data.Length];
        var length = 0;
        while (data.Length > 0)
        {
            int part = data[0];
            if (part >= data.Length)
            {
                return null;
            }

            data.Slice(1, part).CopyTo(bytes.AsSpan(length));
            length += part;
            data = data[(part + 1)..];
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>A name, pointers followed. Pointers must point backwards each time, so there is no loop.</summary>
    private static string? Name(ReadOnlySpan<byte> message, int start, out int next)
    {
        var name = new StringBuilder();
        var at = start;
        var limit = start;
        next = -1;
        while (at < message.Length)
        {
            int length = message[at];
            switch (length & 0xC0)
            {
                case 0xC0 when at + 1 < message.Length:
                    var target = ((length & 0x3F) << 8) | message[at + 1];
                    next = next < 0 ? at + 2 : next;
                    if (target >= limit || target < DnsQuery.HeaderLength)
                    {
                        return null;
                    }

                    at = limit = target;
                    break;
                case 0 when length == 0:
                    next = next < 0 ? at + 1 : next;
                    return name.ToString();
                case 0 when at + 1 + length <= message.Length && name.Length + length + 1 <= DnsName.MaxLength:
                    AppendLabel(name, message.Slice(at + 1, length));
                    at += 1 + length;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Dots and control characters inside a label are escaped, or they would change which name it is (RFC 4343 2.1).</summary>
    private static void AppendLabel(StringBuilder name, ReadOnlySpan<byte> label)
    {
        foreach (var octet in label)
        {
            if (octet is > 0x20 and < 0x7F and not (byte)'.' and not (byte)'\\')
            {
                name.Append((char)octet);
            }
            else
            {
                name.Append('\\').Append(octet.ToString("D3", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        name.Append('.');
    }

    private static DnsFault Bad(string what) => new(DnsFaultCode.BadAnswer, $"expected a DNS answer, got a message that is none: {what}");
}
