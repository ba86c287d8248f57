namespace Keyline.Portal.BreakGlass;

/// <summary>A one-time link, shown this once.</summary>
/// <param name="UserName">Whose it is.</param>
/// <param name="Address">The whole address.</param>
/// <param name="ExpiresAt">When it stops working, used or not.</param>
/// <param name="AccountHref">The account's page.</param>
/// <param name="IsNew">Whether the account was made with it; otherwise its credentials are replaced.</param>
public sealed record OneTimeLinkModel(string UserName, string Address, DateTimeOffset ExpiresAt, string AccountHref, bool IsNew);
