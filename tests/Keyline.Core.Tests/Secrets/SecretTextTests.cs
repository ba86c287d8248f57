using System.Globalization;
using System.Text.Json;
using Keyline.Secrets;

namespace Keyline.Core.Tests.Secrets;

public class SecretTextTests
{
    private const string Plain = "correct horse battery staple";

    private readonly SecretText _secret = new(Plain);

    [Fact]
    public void Prints_nothing_anywhere()
    {
        var holder = new Holder("anna", _secret);
        var printed = string.Join('\n',
            _secret.ToString(),
            $"{_secret}",
            string.Format(CultureInfo.InvariantCulture, "{0}", _secret),
            holder.ToString(),
            new InvalidOperationException($"{holder}").ToString(),
            JsonSerializer.Serialize(holder),
            JsonSerializer.Serialize(_secret),
            _secret.GetHashCode().ToString(CultureInfo.InvariantCulture));

        Assert.DoesNotContain("horse", printed, StringComparison.Ordinal);
        Assert.Contains("anna", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Reveals_itself_when_asked() => Assert.Equal(Plain, _secret.Reveal());

    [Fact]
    public void Equals_the_same_secret_only()
    {
        Assert.Equal(_secret, new SecretText(Plain));
        Assert.Equal(_secret.GetHashCode(), new SecretText("another").GetHashCode());
        Assert.NotEqual(_secret, new SecretText(Plain + " "));
        Assert.False(_secret.Equals(null));
        Assert.False(_secret.Equals((object)Plain));
    }

    [Fact]
    public void A_master_key_prints_nothing()
    {
        var key = MasterKey.New();
        var printed = $"{key} {JsonSerializer.Serialize(key)}";

        Assert.DoesNotContain(key.Export().Reveal(), printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Bytes", printed, StringComparison.Ordinal);
    }

    private sealed record Holder(string User, SecretText Password);
}
