using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Keyline.Saml.Bindings;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Reading;

/// <summary>Whatever comes, the answer is a refusal and never an exception.</summary>
public class FuzzTests
{
    private static readonly Config _thorough = Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true);
    private static readonly byte[] _valid = Encoding.UTF8.GetBytes(SamlResponses.Valid().ToXml());
    private static readonly string _query = new Uri(
        SamlMessageWriter.ToRedirect(SamlMessages.AuthnRequest(), SamlTestKeys.ServiceProvider, "token")).Query;

    [Fact]
    public void A_response_with_bytes_changed_is_refused_or_means_the_same() => Check.One(_thorough, Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), (int seed) =>
        {
            var outcome = Verdicts.Of(Convert.ToBase64String(Damage(_valid, seed)));
            return !outcome.Result.Ok || outcome.Result.Value.NameId.Value == "user-1";
        }));

    [Fact]
    public void Every_byte_of_a_response_changed_is_a_refusal_or_the_same_person()
    {
        for (var at = 0; at < _valid.Length; at++)
        {
            var bytes = _valid.ToArray();
            bytes[at] ^= 1;

            var outcome = Verdicts.Of(Convert.ToBase64String(bytes));

            Assert.True(!outcome.Result.Ok || outcome.Result.Value is { Id: "_assertion1", NameId.Value: "user-1", InResponseTo: "_request1" });
        }
    }

    [Fact]
    public void A_query_with_characters_changed_is_read_or_refused() => Check.One(_thorough, Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), (int seed) =>
        {
            var query = Encoding.Latin1.GetString(Damage(Encoding.Latin1.GetBytes(_query), seed));
            var read = SamlMessageReader.ReadRedirect(query, MessageLimits.Message);
            return read.Ok || read.Fault.Detail.Length > 0;
        }));

    [Fact]
    public void Every_cut_of_a_response_is_refused()
    {
        for (var length = 0; length < _valid.Length - 1; length += 7)
        {
            Assert.False(Verdicts.Of(Convert.ToBase64String(_valid.AsSpan(0, length))).Result.Ok);
        }
    }

    private static byte[] Damage(byte[] valid, int seed)
    {
        var random = new Random(seed);
        var bytes = valid.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 30), bytes.Count - at));
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 30), bytes.Count - at)));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes[at] = (byte)"<>&\"'=/:; #!-["[random.Next(14)];
                    break;
            }
        }

        return [.. bytes];
    }
}
