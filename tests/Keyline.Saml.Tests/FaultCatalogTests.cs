namespace Keyline.Saml.Tests;

public class FaultCatalogTests
{
    public static TheoryData<SamlFaultCode> Codes => [.. Enum.GetValues<SamlFaultCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_fault_is_produced_and_explained(SamlFaultCode code)
    {
        var fault = FaultCatalog.Refusals[code]();

        Assert.Equal(code, fault?.Code);
        Assert.NotEmpty(fault?.Expected ?? "");
        Assert.NotEmpty(fault?.Came ?? "");
        Assert.Contains(fault?.Advice ?? "none", fault?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalog_has_every_fault_once() => Assert.Equal(Enum.GetValues<SamlFaultCode>().Length, FaultCatalog.Refusals.Count);
}
