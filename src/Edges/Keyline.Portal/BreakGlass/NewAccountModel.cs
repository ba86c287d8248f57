namespace Keyline.Portal.BreakGlass;

/// <summary>The form for a new break-glass account, as it was typed.</summary>
public sealed record NewAccountModel(string UserName, string DisplayName, string Networks, string? UserNameError, string? NetworksError)
{
    public static NewAccountModel Empty { get; } = new("", "", "", null, null);
}
