using Keyline.Identity.People;

namespace Keyline.Identity.SignIn;

/// <summary>Takes over what an IdP says of a person: bounded, without control characters, and only where it says something.</summary>
internal static class ProfileRule
{
    private const int MaxPhoneLength = 40;

    /// <summary>A new person as the claims describe them.</summary>
    public static Person Create(VerifiedSignIn signIn, TenantId tenantId, DateTimeOffset now)
    {
        var profile = signIn.Profile;
        var email = Address(profile.Email);
        var userName = Text(profile.UserName, Person.MaxNameLength) ?? email ?? Text(signIn.Subject, Person.MaxNameLength)
            ?? PersonId.New().ToString();
        return new Person
        {
            Id = PersonId.New(),
            TenantId = tenantId,
            Kind = PersonKind.Member,
            UserName = userName,
            DisplayName = Text(profile.DisplayName, Person.MaxNameLength) ?? userName,
            Email = email,
            Phone = Text(profile.Phone, MaxPhoneLength),
            CreatedAt = now,
            LastSignInAt = now,
        };
    }

    /// <summary>A known person with what the claims changed. A name or an address that somebody else has is not taken over.</summary>
    public static Person Update(Person person, ClaimedProfile profile, bool takesNames, DateTimeOffset now) => person with
    {
        UserName = (takesNames ? Text(profile.UserName, Person.MaxNameLength) : null) ?? person.UserName,
        Email = (takesNames ? Address(profile.Email) : null) ?? person.Email,
        DisplayName = Text(profile.DisplayName, Person.MaxNameLength) ?? person.DisplayName,
        Phone = Text(profile.Phone, MaxPhoneLength) ?? person.Phone,
        LastSignInAt = now,
    };

    /// <summary>Whether two records of a person tell other people apart in anything but the last sign-in.</summary>
    public static bool Differ(Person before, Person after) => before with { LastSignInAt = null } != after with { LastSignInAt = null };

    /// <summary>The names under which somebody else may be known: what must be free or one's own.</summary>
    public static IEnumerable<string> Names(ClaimedProfile profile)
    {
        if (Text(profile.UserName, Person.MaxNameLength) is { } userName)
        {
            yield return userName;
        }

        if (Address(profile.Email) is { } email)
        {
            yield return email;
        }
    }

    private static string? Address(string? text)
    {
        var clean = text?.Trim();
        return clean is { Length: > 2 and <= Person.MaxKeyLength } && clean.Count(c => c == '@') == 1
            && clean[0] != '@' && clean[^1] != '@' && !clean.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? clean
            : null;
    }

    private static string? Text(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        if (clean.Length > maxLength)
        {
            // Never half of a surrogate pair.
            clean = clean[..(char.IsHighSurrogate(clean[maxLength - 1]) ? maxLength - 1 : maxLength)];
        }

        return clean.Length == 0 ? null : clean;
    }
}
