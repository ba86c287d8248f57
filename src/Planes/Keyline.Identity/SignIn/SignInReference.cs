using System.Security.Cryptography;

namespace Keyline.Identity.SignIn;

/// <summary>Makes the reference that a person can read to an administrator; the trace and the audit know it.</summary>
public static class SignInReference
{
    public const int Length = 12;

    // Without letters and digits that are mistaken for each other.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>A reference of 50 random bits, for example <c>7K3M9-QXZ2P</c>.</summary>
    public static string New()
    {
        var characters = RandomNumberGenerator.GetString(Alphabet, Length - 2);
        return $"{characters[..5]}-{characters[5..]}";
    }
}
