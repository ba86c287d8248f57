namespace Keyline.Identity.Directory;

/// <summary>How the connection to a directory is protected.</summary>
public enum DirectorySecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Ldaps,

    /// <summary>A plain connection that must become encrypted before anything is said.</summary>
    StartTls,

    /// <summary>Not at all: passwords can be read on the way.</summary>
    InsecureNone,
}
