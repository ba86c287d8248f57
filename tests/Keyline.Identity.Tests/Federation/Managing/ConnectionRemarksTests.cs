using Keyline.Identity.Clock;
using Keyline.Identity.Federation.Managing;
using Keyline.Identity.Federation.Saml;

namespace Keyline.Identity.Tests.Federation.Managing;

public class ConnectionRemarksTests
{
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(60);

    private readonly ManagedWorld _world = new();

    [Theory]
    [InlineData(31, null)]
    [InlineData(29, RemarkWeight.Note)]
    [InlineData(13, RemarkWeight.Warning)]
    [InlineData(2, RemarkWeight.Urgent)]
    [InlineData(-1, RemarkWeight.Urgent)]
    public void A_certificate_that_ends_is_told_in_time(int days, RemarkWeight? weight)
    {
        var now = _world.Admin.Time.Now;

        Assert.Equal(weight, ConnectionRemarks.OfEnd("The certificate", now.AddDays(days), now, "Read it again.")?.Weight);
    }

    [Fact]
    public async Task Says_what_is_missing_untested_waiting_failing_and_off()
    {
        var now = _world.Admin.Time.Now;
        Assert.Contains(ConnectionRemarks.Of(await _world.CreatedAsync("saml", "New"), null, _tolerance, now), remark => remark.Title == "Not complete");

        var tested = await _world.TestedAsync();
        Assert.Empty(ConnectionRemarks.Of(tested, null, _tolerance, now));
        var settings = (SamlConnectionSettings)tested.Settings;
        var odd = tested with
        {
            TestedAt = null,
            Settings = settings with { HeldProvider = settings.Provider, MetadataFault = "silence", AllowIdpInitiated = true, InsecureAllowCbc = true },
        };
        var clock = new ProviderClock(TimeSpan.FromSeconds(45), 3, now);
        Assert.Equal(
            ["AES-CBC is allowed", "Changed metadata waits", "IdP-initiated sign-in is allowed", "Its clock is off", "Metadata can't be fetched", "Not tested"],
            ConnectionRemarks.Of(odd, clock, _tolerance, now).Select(remark => remark.Title).Order());
        Assert.Contains(ConnectionRemarks.Of(tested, null, _tolerance, now.AddYears(20)), remark => remark.Weight == RemarkWeight.Urgent);
    }
}
