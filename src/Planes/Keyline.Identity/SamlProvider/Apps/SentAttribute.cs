namespace Keyline.Identity.SamlProvider.Apps;

/// <summary>An attribute of an app's assertions.</summary>
/// <param name="Field">What it says.</param>
/// <param name="Name">Under which name the app reads it.</param>
public sealed record SentAttribute(PersonField Field, string Name)
{
    public const int MaxNameLength = 200;

    /// <summary>What an app gets unless somebody chooses otherwise.</summary>
    public static IReadOnlyList<SentAttribute> Usual { get; } =
    [
        new(PersonField.Email, "email"),
        new(PersonField.DisplayName, "name"),
        new(PersonField.Phone, "phone"),
        new(PersonField.UserName, "username"),
        new(PersonField.Groups, "groups"),
    ];
}
