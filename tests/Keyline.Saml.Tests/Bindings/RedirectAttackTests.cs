using System.IO.Compression;
using System.Text;
using Keyline.Saml.Bindings;
using Keyline.Saml.Verification;
using Keyline.Testing.Saml;

namespace Keyline.Saml.Tests.Bindings;

/// <summary>Queries and fields with one thing wrong.</summary>
public class RedirectAttackTests
{
    private static readonly string _valid = new Uri(
        SamlMessageWriter.ToRedirect(SamlMessages.LogoutRequest(), SamlTestKeys.ServiceProvider, "token")).Query;

    [Fact]
    public void A_bomb_is_not_inflated()
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.SmallestSize, true))
        {
            deflate.Write(new byte[64 * 1024 * 1024]);
        }

        Assert.InRange(target.Length, 1, 100_000);
        Assert.Equal(SamlFaultCode.InflatesTooLarge, Read($"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(target.ToArray()))}"));
    }

    [Fact]
    public void Bytes_that_are_not_compressed() => Assert.Equal(
        SamlFaultCode.NotDeflated, Read($"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes("\u007f\u007fnot deflated")))}"));

    [Fact]
    public void Characters_that_are_not_base64() => Assert.Equal(SamlFaultCode.NotBase64, Read("SAMLRequest=%3Cxml%3E"));

    [Theory]
    [InlineData("")]
    [InlineData("?x=y")]
    [InlineData("samlrequest=AAAA")]
    [InlineData("SAML%52equest=AAAA")]
    public void No_message(string query) => Assert.Equal(SamlFaultCode.WrongParameters, Read(query));

    [Theory]
    [InlineData("&SAMLRequest=AAAA")]
    [InlineData("&SAMLResponse=AAAA")]
    [InlineData("&RelayState=other")]
    [InlineData("&Signature=AAAA")]
    [InlineData("&SAMLEncoding=urn%3Ax")]
    public void One_parameter_too_many(string more) => Assert.Equal(SamlFaultCode.WrongParameters, Read(_valid + more));

    [Fact]
    public void A_signature_without_an_algorithm() => Assert.Equal(
        SamlFaultCode.WrongParameters, Read(string.Join('&', _valid.Split('&').Where(pair => !pair.StartsWith("SigAlg", StringComparison.Ordinal)))));

    [Fact]
    public void Too_many_parameters() => Assert.Equal(
        SamlFaultCode.WrongParameters, Read(string.Join('&', Enumerable.Range(0, 100).Select(i => $"a{i}=b"))));

    [Fact]
    public void A_long_query() => Assert.Equal(SamlFaultCode.TooLarge, Read(_valid + "&x=" + new string('x', MessageLimits.Message.Bytes)));

    [Theory]
    [InlineData("RelayState=token", "RelayState=other")]
    [InlineData("&RelayState=token", "")]
    public void Another_relay_state_than_was_signed(string from, string to) =>
        Assert.Equal(SamlFaultCode.WrongSignature, Verify(_valid.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void Another_algorithm_than_was_signed()
    {
        Assert.Equal(SamlFaultCode.ForbiddenAlgorithm, Verify(_valid.Replace("rsa-sha256", "rsa-sha1", StringComparison.Ordinal)));
        Assert.Equal(SamlFaultCode.ForbiddenAlgorithm, Verify(_valid.Replace("rsa-sha256", "hmac-sha256", StringComparison.Ordinal)));
        Assert.Equal(SamlFaultCode.WrongSignature, Verify(_valid.Replace("rsa-sha256", "rsa-sha512", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_signature_taken_off() => Assert.Equal(
        SamlFaultCode.NotSigned, Verify(_valid[.._valid.IndexOf("&SigAlg", StringComparison.Ordinal)]));

    [Fact]
    public void A_relay_state_longer_than_80_bytes()
    {
        var response = SamlResponses.Valid().ToBase64();

        Assert.True(SamlMessageReader.ReadPost(null, response, new string('x', 80), MessageLimits.Message).Ok);
        Assert.Equal(
            SamlFaultCode.RelayStateTooLong, SamlMessageReader.ReadPost(null, response, new string('ü', 41), MessageLimits.Message).Fault?.Code);
        Assert.Throws<ArgumentException>(() => SamlMessageWriter.ToRedirect(SamlMessages.LogoutRequest(), null, new string('x', 81)));
    }

    [Fact]
    public void Fields_of_both_kinds_or_of_none()
    {
        Assert.Equal(SamlFaultCode.WrongParameters, SamlMessageReader.ReadPost("AAAA", "AAAA", null, MessageLimits.Message).Fault?.Code);
        Assert.Equal(SamlFaultCode.WrongParameters, SamlMessageReader.ReadPost(null, null, null, MessageLimits.Message).Fault?.Code);
    }

    [Fact]
    public void A_response_in_the_field_of_a_request() => Assert.Equal(
        SamlFaultCode.WrongMessage, SamlMessageReader.ReadPost(SamlResponses.Valid().ToBase64(), null, null, MessageLimits.Message).Fault?.Code);

    [Fact]
    public void What_it_says_of_itself_is_told_as_unproven()
    {
        var message = SamlMessageReader.ReadPost(null, SamlResponses.Valid().ToBase64(), "token", MessageLimits.Message).Get();

        Assert.Equal(SamlResponses.IdpEntityId, message.UnprovenIssuer);
        Assert.Equal(SamlResponses.RequestId, message.UnprovenInResponseTo);
        Assert.Equal("_response1", message.UnprovenId);
        Assert.Equal("token", message.RelayState);
    }

    private static SamlFaultCode? Read(string query) => SamlMessageReader.ReadRedirect(query, MessageLimits.Message).Fault?.Code;

    private static SamlFaultCode? Verify(string query) => LogoutVerifier.VerifyRequest(
        SamlMessageReader.ReadRedirect(query, MessageLimits.Message).Get(), SamlMessages.SpTrust, SamlResponses.Now).Fault?.Code;
}
