using Keyline.Saml;

namespace Keyline.Testing.Saml;

/// <summary>For tests that go on with a value.</summary>
public static class Results
{
    /// <summary>The value; when it was refused, an exception that says why.</summary>
    public static T Get<T>(this Result<T, SamlFault> result)
        where T : notnull => result.Ok ? result.Value : throw new InvalidOperationException($"{result.Fault.Code}: {result.Fault.Detail}");
}
