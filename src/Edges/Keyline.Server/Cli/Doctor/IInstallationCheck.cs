namespace Keyline.Server.Cli.Doctor;

/// <summary>Looks at one matter of the whole installation.</summary>
internal interface IInstallationCheck
{
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct);
}
