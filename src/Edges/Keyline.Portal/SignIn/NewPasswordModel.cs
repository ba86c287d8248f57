namespace Keyline.Portal.SignIn;

/// <summary>You must choose a password (a first one, or a new one).</summary>
public sealed record NewPasswordModel
{
    public required string Why { get; init; }

    /// <summary>Where the form goes; it posts <c>password</c> and <c>again</c>.</summary>
    public required string Action { get; init; }

    public required int MinimumLength { get; init; }

    public string? Username { get; init; }

    public string? TenantName { get; init; }

    public string? Error { get; init; }
}
