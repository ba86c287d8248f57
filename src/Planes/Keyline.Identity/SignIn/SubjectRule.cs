using Keyline.Identity.People;

namespace Keyline.Identity.SignIn;

/// <summary>I4: what may identify a person at a connection.</summary>
internal static class SubjectRule
{
    /// <summary>The subject of an attribute that the administrator chose as immutable.</summary>
    public static Result<string, SignInFault> OfAttribute(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> attributes)
    {
        var values = attributes.TryGetValue(name, out var found) ? found : [];
        return values.Count switch
        {
            1 => Bounded(values[0], $"attribute '{name}'"),
            0 => new SignInFault(SignInFaultCode.SubjectMissing,
                $"attribute '{name}' is chosen as the immutable subject and must come; came {Names(attributes)}"),
            _ => new SignInFault(SignInFaultCode.SubjectMissing, $"attribute '{name}' must have one value to be the subject; it has {values.Count}"),
        };
    }

    /// <summary>Not empty, not too long to be kept whole.</summary>
    public static Result<string, SignInFault> Bounded(string subject, string source) => subject switch
    {
        _ when string.IsNullOrWhiteSpace(subject) => new SignInFault(SignInFaultCode.SubjectMissing, $"{source} is empty"),
        { Length: > PersonIdentity.MaxSubjectLength } => new SignInFault(SignInFaultCode.SubjectTooLong,
            $"{source} may have {PersonIdentity.MaxSubjectLength} characters; it has {subject.Length}"),
        _ when subject.Any(char.IsControl) => new SignInFault(SignInFaultCode.SubjectMissing, $"{source} holds control characters"),
        _ => subject,
    };

    private static string Names(IReadOnlyDictionary<string, IReadOnlyList<string>> attributes) =>
        attributes.Count == 0 ? "no attributes at all" : $"'{string.Join("', '", attributes.Keys.Take(20))}'";
}
