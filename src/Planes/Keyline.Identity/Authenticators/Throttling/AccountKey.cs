using Keyline.Identity.People;

namespace Keyline.Identity.Authenticators.Throttling;

/// <summary>What names an account in counters. All spellings under which one login finds a person give one key.</summary>
public readonly record struct AccountKey
{
    private AccountKey(string value) => Value = value;

    /// <summary>What was typed can be nobody's login. All such attempts are counted together.</summary>
    public static AccountKey Nobody { get; } = new("nobody");

    internal string Value { get; }

    /// <summary>A login as it was typed. Spellings that look-up takes for the same give the same key.</summary>
    public static AccountKey OfLogin(LoginName login) =>
        new(LookupKey.Phone(login.Value) is { Length: > 0 } phone ? "phone:" + phone : "name:" + LookupKey.Name(login.Value));

    /// <summary>A person who has proved a first factor.</summary>
    public static AccountKey OfPerson(PersonId person) => new("person:" + person.Value.ToString("N"));
}
