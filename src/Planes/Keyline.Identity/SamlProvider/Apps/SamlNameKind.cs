namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>What an app knows a person by: the NameID of its assertions.</summary>
public enum SamlNameKind
{
    /// <summary>A random name that this app alone gets, and that never changes (Core 8.3.7). No other app can compare it.</summary>
    Pairwise,

    /// <summary>The e-mail address, for apps that know no better; it can be given to somebody else.</summary>
    Email,

    /// <summary>The user name.</summary>
    UserName,
}
