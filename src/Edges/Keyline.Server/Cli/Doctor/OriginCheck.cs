using Keyline.Server.Hosting;

namespace Keyline.Server.Cli.Doctor;

/// <summary>Whether people's browsers come by HTTPS.</summary>
internal sealed class OriginCheck(KeylineOptions options) : IInstallationCheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Finding>>(
    [
        options.IsHttps
            ? Finding.Ok("public origin", $"{options.PublicOrigin} is HTTPS")
            : Finding.Warn("public origin", $"{options.PublicOrigin} is not HTTPS: cookies and passkeys are weaker, and others on the way can read along",
                "Put a certificate in front, and set PublicOrigin to the https address. Plain HTTP is for a try on one machine."),
    ]);
}
