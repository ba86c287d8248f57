using Keyline.OpenId.Documents;
using Keyline.Secrets;

namespace Keyline.OpenId.Requests;

/// <summary>
/// What came back through the browser, read and not believed: it names the state by which the caller finds what is
/// pending. <see cref="AuthorizationResponseVerifier"/> does the rest.
/// </summary>
public sealed record AuthorizationResponse
{
    private const int LongestState = 512;
    private const int LongestCode = 8192;

    private AuthorizationResponse()
    {
    }

    /// <summary>The state.</summary>
    public required SecretText State { get; init; }

    /// <summary>The code; null when the provider refused.</summary>
    public SecretText? Code { get; private init; }

    /// <summary>The issuer that the response names (RFC 9207), or null.</summary>
    public string? Issuer { get; private init; }

    /// <summary>Why the provider refused, or null.</summary>
    public string? Error { get; private init; }

    /// <summary>What the provider says about its refusal, or null.</summary>
    public string? ErrorDescription { get; private init; }

    /// <summary>Reads the query of a redirect, or the form of <c>form_post</c>.</summary>
    /// <param name="parameters">The text, as it came; a question mark before it does not matter.</param>
    /// <param name="limits">How much is read.</param>
    public static Result<AuthorizationResponse, OAuthFault> Read(string parameters, DocumentLimits limits)
    {
        var form = FormText.Read(parameters, limits);
        if (!form.Ok)
        {
            return form.Fault;
        }

        var state = form.Value.GetValueOrDefault("state");
        if (state is not { Length: > 0 and <= LongestState })
        {
            return Missing("'state'", state);
        }

        var code = form.Value.GetValueOrDefault("code");
        var error = form.Value.GetValueOrDefault("error");
        if (error is null && code is not { Length: > 0 and <= LongestCode })
        {
            return Missing("'code' or 'error'", code);
        }

        if (error is not null && code is not null)
        {
            return new OAuthFault(OAuthFaultCode.DuplicateParameter, "'code' or 'error'", "both", "start the sign-in again");
        }

        return new AuthorizationResponse
        {
            State = new SecretText(state),
            Code = code is null ? null : new SecretText(code),
            Issuer = form.Value.GetValueOrDefault("iss"),
            Error = error,
            ErrorDescription = form.Value.GetValueOrDefault("error_description"),
        };
    }

    private static OAuthFault Missing(string expected, string? came) => new(OAuthFaultCode.MissingParameter, expected,
        came is null ? Shown.Nothing : "an empty or very long one", "start the sign-in again");
}
