namespace Keyline.OpenId.Documents;

/// <summary><c>application/x-www-form-urlencoded</c>, as RFC 6749 appendix B has it, both ways.</summary>
internal static class FormText
{
    public static string Write(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{Escape(field.Name)}={Escape(field.Value)}"));

    public static string Escape(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>The address with more parameters behind those that it has.</summary>
    public static Uri Extend(Uri address, IEnumerable<(string Name, string Value)> fields)
    {
        var separator = address.Query.Length > 1 ? "&" : address.Query.Length == 1 ? "" : "?";
        return new Uri($"{address.AbsoluteUri}{separator}{Write(fields)}");
    }

    public static Result<Dictionary<string, string>, OAuthFault> Read(string text, DocumentLimits limits)
    {
        if (text.Length > limits.FormCharacters)
        {
            return new OAuthFault(OAuthFaultCode.DocumentTooLarge, $"at most {limits.FormCharacters} characters of parameters",
                $"{text.Length}", "start the sign-in again");
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.TrimStart('?').Split('&', limits.ParameterCount + 1, StringSplitOptions.RemoveEmptyEntries))
        {
            if (values.Count == limits.ParameterCount)
            {
                return new OAuthFault(OAuthFaultCode.DocumentTooLarge, $"at most {limits.ParameterCount} parameters", "more",
                    "start the sign-in again");
            }

            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Unescape(equals < 0 ? pair : pair[..equals]);
            if (!values.TryAdd(name, equals < 0 ? "" : Unescape(pair[(equals + 1)..])))
            {
                // RFC 6749 3.1: parameters must not be included more than once.
                return new OAuthFault(OAuthFaultCode.DuplicateParameter, "each parameter once", $"{Shown.Text(name)} twice",
                    "start the sign-in again; if it happens again, something between the browser and Keyline changes addresses");
            }
        }

        return values;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
