using System.Formats.Asn1;
using System.Text;

namespace Keyline.Server.Outside.Directory;

/// <summary>Writes requests and reads responses (RFC 4511). The framework's BER reader checks lengths and nesting.</summary>
internal static class LdapWire
{
    public const int BindResponse = 1;
    public const int SearchEntry = 4;
    public const int SearchDone = 5;
    public const int SearchReference = 19;
    public const int ExtendedResponse = 24;

    private const string StartTlsName = "1.3.6.1.4.1.1466.20037";
    private const string PagingName = "1.2.840.113556.1.4.319";

    private enum Scope
    {
        BaseObject = 0,
        WholeSubtree = 2,
    }

    private enum Aliases
    {
        Never = 0,
    }

    public static byte[] Bind(int id, string dn, string password) => Message(id, writer =>
    {
        using (writer.PushSequence(Application(0)))
        {
            writer.WriteInteger(3);
            writer.WriteOctetString(Encoding.UTF8.GetBytes(dn));
            writer.WriteOctetString(Encoding.UTF8.GetBytes(password), new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    });

    public static byte[] StartTls(int id) => Message(id, writer =>
    {
        using (writer.PushSequence(Application(23)))
        {
            writer.WriteOctetString(Encoding.ASCII.GetBytes(StartTlsName), new Asn1Tag(TagClass.ContextSpecific, 0));
        }
    });

    public static byte[] Unbind(int id) => Message(id, writer => writer.WriteNull(new Asn1Tag(TagClass.Application, 2)));

    /// <param name="id">The message's number.</param>
    /// <param name="search">What to search for.</param>
    /// <param name="seconds">How long the server may search.</param>
    /// <param name="page">How many entries a page has; 0 for no paging (RFC 2696).</param>
    /// <param name="cookie">Where the page before ended.</param>
    public static byte[] Search(int id, LdapSearch search, int seconds, int page, byte[] cookie) => Message(
        id,
        writer =>
        {
            using (writer.PushSequence(Application(3)))
            {
                writer.WriteOctetString(Encoding.UTF8.GetBytes(search.Base));
                writer.WriteEnumeratedValue(search.BaseOnly ? Scope.BaseObject : Scope.WholeSubtree);
                writer.WriteEnumeratedValue(Aliases.Never);
                writer.WriteInteger(page > 0 ? 0 : search.Limit);
                writer.WriteInteger(seconds);
                writer.WriteBoolean(false);
                search.Filter.Write(writer, search.Values);
                using (writer.PushSequence())
                {
                    foreach (var attribute in search.Attributes)
                    {
                        writer.WriteOctetString(Encoding.UTF8.GetBytes(attribute));
                    }
                }
            }
        },
        page > 0 ? PagingControl(page, cookie) : null);

    /// <summary>Reads one message.</summary>
    /// <exception cref="AsnContentException">It is not one.</exception>
    public static LdapMessage Read(byte[] bytes)
    {
        var message = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
        if (!message.TryReadInt32(out var id))
        {
            throw new AsnContentException("a message's number is out of range");
        }

        var tag = message.PeekTag();
        if (tag.TagClass != TagClass.Application || !tag.IsConstructed)
        {
            throw new AsnContentException("a message holds no operation");
        }

        var body = message.ReadSequence(tag);
        var cookie = message.HasData ? PagingCookie(message.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0))) : [];
        return tag.TagValue switch
        {
            SearchEntry => new LdapMessage(id, tag.TagValue, null, Entry(body), cookie),
            SearchReference => new LdapMessage(id, tag.TagValue, null, null, cookie),
            _ => new LdapMessage(id, tag.TagValue, Result(body), null, cookie),
        };
    }

    private static byte[] Message(int id, Action<AsnWriter> operation, Action<AsnWriter>? controls = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(id);
            operation(writer);
            controls?.Invoke(writer);
        }

        return writer.Encode();
    }

    private static Action<AsnWriter> PagingControl(int page, byte[] cookie) => writer =>
    {
        var value = new AsnWriter(AsnEncodingRules.BER);
        using (value.PushSequence())
        {
            value.WriteInteger(page);
            value.WriteOctetString(cookie);
        }

        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
        using (writer.PushSequence())
        {
            writer.WriteOctetString(Encoding.ASCII.GetBytes(PagingName));
            writer.WriteOctetString(value.Encode());
        }
    };

    private static LdapEntry Entry(AsnReader body)
    {
        var dn = Encoding.UTF8.GetString(body.ReadOctetString());
        var values = new Dictionary<string, IReadOnlyList<byte[]>>(StringComparer.OrdinalIgnoreCase);
        var attributes = body.ReadSequence();
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var name = Encoding.UTF8.GetString(attribute.ReadOctetString());
            var set = attribute.ReadSetOf(skipSortOrderValidation: true);
            var list = new List<byte[]>();
            while (set.HasData)
            {
                list.Add(set.ReadOctetString());
            }

            values[name] = list;
        }

        return new LdapEntry(dn, values);
    }

    private static LdapResult Result(AsnReader body)
    {
        var code = body.ReadEnumeratedBytes().Span;
        if (code.Length > 2)
        {
            throw new AsnContentException("a result code is out of range");
        }

        var number = 0;
        foreach (var octet in code)
        {
            number = (number << 8) | octet;
        }

        body.ReadOctetString();
        var said = Encoding.UTF8.GetString(body.ReadOctetString());
        said = new string([.. said.Where(c => !char.IsControl(c)).Take(300)]);
        return new LdapResult(number, said);
    }

    private static byte[] PagingCookie(AsnReader controls)
    {
        while (controls.HasData)
        {
            var control = controls.ReadSequence();
            var name = Encoding.ASCII.GetString(control.ReadOctetString());
            if (control.HasData && control.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean))
            {
                control.ReadBoolean();
            }

            if (name == PagingName && control.HasData)
            {
                var value = new AsnReader(control.ReadOctetString(), AsnEncodingRules.BER).ReadSequence();
                value.ReadIntegerBytes();
                return value.ReadOctetString();
            }
        }

        return [];
    }

    private static Asn1Tag Application(int number) => new(TagClass.Application, number, isConstructed: true);
}
