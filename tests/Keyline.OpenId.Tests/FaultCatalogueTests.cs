namespace Keyline.OpenId.Tests;

public class FaultCatalogueTests
{
    public static TheoryData<OAuthFaultCode> Codes => [.. Enum.GetValues<OAuthFaultCode>()];

    [Fact]
    public void Counts_every_code() =>
        Assert.Equal(Enum.GetValues<OAuthFaultCode>().Order(), FaultCatalogue.Producers.Keys.Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public void Produces_the_code_and_says_what_was_expected_what_came_and_what_to_do(OAuthFaultCode code)
    {
        var fault = FaultCatalogue.Producers[code]();

        Assert.Equal(code, fault?.Code);
        Assert.All(new[] { fault!.Expected, fault.Came, fault.ToDo }, Assert.NotEmpty);
        Assert.Equal($"expected {fault.Expected}; came {fault.Came}; {fault.ToDo}", fault.Detail);
    }
}
