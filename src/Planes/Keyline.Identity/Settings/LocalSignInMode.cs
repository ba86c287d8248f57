namespace Keyline.Identity.Settings;

/// <summary>Who of a tenant may sign in with a password kept here. Break-glass accounts always may.</summary>
public enum LocalSignInMode
{
    Nobody,
    ChosenPeople,
    Everybody,
}
