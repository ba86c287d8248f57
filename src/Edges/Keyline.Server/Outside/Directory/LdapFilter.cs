using System.Formats.Asn1;

namespace Keyline.Server.Outside.Directory;

/// <summary>
/// A search filter. What a person typed comes in only here, as the bytes of one assertion value: there is no text in
/// which it could be more than that.
/// </summary>
internal abstract record LdapFilter
{
    private const int ContextAnd = 0;
    private const int ContextOr = 1;
    private const int ContextNot = 2;
    private const int ContextSubstrings = 4;
    private const int ContextPresent = 7;
    private const int ContextExtensible = 9;

    private LdapFilter()
    {
    }

    /// <summary>Writes the filter as it goes over the wire (RFC 4511 4.5.1).</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="values">What stands for the placeholders; the parser has made sure that no other name occurs.</param>
    public abstract void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values);

    private static Asn1Tag Context(int number, bool constructed = true) => new(TagClass.ContextSpecific, number, constructed);

    internal sealed record All(bool Every, IReadOnlyList<LdapFilter> Parts) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values)
        {
            using (writer.PushSetOf(Context(Every ? ContextAnd : ContextOr)))
            {
                foreach (var part in Parts)
                {
                    part.Write(writer, values);
                }
            }
        }
    }

    internal sealed record Not(LdapFilter Part) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values)
        {
            using (writer.PushSequence(Context(ContextNot)))
            {
                Part.Write(writer, values);
            }
        }
    }

    internal sealed record Present(string Attribute) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values) =>
            writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(Attribute), Context(ContextPresent, constructed: false));
    }

    /// <summary>Equal, at least, at most or about: they differ in their tag only.</summary>
    internal sealed record Compare(int Tag, string Attribute, LdapFilterValue Value) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values)
        {
            using (writer.PushSequence(Context(Tag)))
            {
                writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(Attribute));
                writer.WriteOctetString(Value.Bytes(values));
            }
        }
    }

    /// <summary>Parts of a value with anything between; the first and the last may be null.</summary>
    internal sealed record Substrings(string Attribute, IReadOnlyList<LdapFilterValue?> Parts) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values)
        {
            using (writer.PushSequence(Context(ContextSubstrings)))
            {
                writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(Attribute));
                using (writer.PushSequence())
                {
                    for (var i = 0; i < Parts.Count; i++)
                    {
                        var place = i == 0 ? 0 : i == Parts.Count - 1 ? 2 : 1;
                        if (Parts[i] is { } part)
                        {
                            writer.WriteOctetString(part.Bytes(values), Context(place, constructed: false));
                        }
                    }
                }
            }
        }
    }

    /// <summary>A comparison by a named rule, such as Active Directory's for chains of members.</summary>
    internal sealed record ByRule(string Attribute, string Rule, LdapFilterValue Value) : LdapFilter
    {
        public override void Write(AsnWriter writer, IReadOnlyDictionary<string, string> values)
        {
            using (writer.PushSequence(Context(ContextExtensible)))
            {
                writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(Rule), Context(1, constructed: false));
                writer.WriteOctetString(System.Text.Encoding.ASCII.GetBytes(Attribute), Context(2, constructed: false));
                writer.WriteOctetString(Value.Bytes(values), Context(3, constructed: false));
            }
        }
    }
}
