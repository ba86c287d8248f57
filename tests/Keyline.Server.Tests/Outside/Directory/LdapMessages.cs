using System.Formats.Asn1;

namespace Keyline.Server.Tests.Outside.Directory;

/// <summary>Complete messages of a server, to be broken.</summary>
internal static class LdapMessages
{
    /// <summary>The entry <c>uid=a</c> with one attribute, and the control that says where the next page begins.</summary>
    public static byte[] Entry()
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(2);
            using (writer.PushSequence(new Asn1Tag(TagClass.Application, 4, true)))
            {
                writer.WriteOctetString("uid=a"u8);
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteOctetString("mail"u8);
                    using (writer.PushSetOf())
                    {
                        writer.WriteOctetString("a@acme.test"u8);
                    }
                }
            }

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)))
            using (writer.PushSequence())
            {
                writer.WriteOctetString("1.2.840.113556.1.4.319"u8);
                writer.WriteOctetString([0x30, 0x06, 0x02, 0x01, 0x00, 0x04, 0x01, 0x07]);
            }
        }

        return writer.Encode();
    }
}
