using Keyline.Identity.Clock;
using Keyline.Identity.Directory;
using Keyline.Identity.Domains;
using Keyline.Identity.Federation.Outgoing;
using Keyline.Identity.Mail;
using Keyline.Server.Outside;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Keyline.Server.Tests.Outside;

public class OutsideRegistrationTests
{
    [Theory]
    [InlineData(typeof(IDnsTexts))]
    [InlineData(typeof(ITimeServers))]
    [InlineData(typeof(IMailer))]
    [InlineData(typeof(IOutgoingHttp))]
    [InlineData(typeof(IDirectory))]
    public void Every_port_has_its_adapter(Type port)
    {
        using var provider = Provider([]);

        Assert.NotNull(provider.GetService(port));
    }

    [Fact]
    public void A_bad_setting_is_refused_at_the_start()
    {
        using var provider = Provider(new() { ["Dns:Resolvers:0"] = "not an address" });

        var refusal = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Dns:Resolvers", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddKeylineOutside(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
