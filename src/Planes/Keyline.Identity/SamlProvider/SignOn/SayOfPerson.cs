using Keyline.Identity.Groups;
using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Saml.Messages;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Writes the attributes of a person that an app is given.</summary>
internal static class SayOfPerson
{
    public static IReadOnlyList<AssertedValues> To(SamlApp app, Person person, IReadOnlyList<Group> groups) =>
    [
        .. app.Attributes
            .Select(sent => new AssertedValues { Name = sent.Name, Values = Values(sent.Field, person, groups) })
            .Where(attribute => attribute.Values.Count > 0),
    ];

    private static IReadOnlyList<string> Values(PersonField field, Person person, IReadOnlyList<Group> groups) => field switch
    {
        PersonField.Email => One(person.Email),
        PersonField.DisplayName => One(person.DisplayName),
        PersonField.Phone => One(person.Phone),
        PersonField.UserName => One(person.UserName),
        PersonField.Groups => [.. groups.Select(group => group.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        _ => [],
    };

    private static IReadOnlyList<string> One(string? text) => text is { Length: > 0 } ? [text] : [];
}
