namespace Keyline.Identity.Federation;

/// <summary>The IdP that a connection was set up for; it says what to fill in and what to watch out for.</summary>
public enum Preset
{
    Generic,
    Entra,
    Okta,
    Google,
    ActiveDirectory,
}
