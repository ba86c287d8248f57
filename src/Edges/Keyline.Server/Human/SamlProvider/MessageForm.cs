using Keyline.Identity.SamlProvider;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Keyline.Server.Human.SamlProvider;

/// <summary>Reads the form of the POST binding (Bindings 3.5.4). What is no such form is a message without content.</summary>
internal static class MessageForm
{
    private static readonly FormOptions _limits = new() { ValueCountLimit = 16, KeyLengthLimit = 256, ValueLengthLimit = 1024 * 1024 };

    public static async Task<ProviderInput> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            return ProviderInput.OfForm(null, null, null);
        }

        try
        {
            var form = await request.ReadFormAsync(_limits, ct);
            return ProviderInput.OfForm(One(form["SAMLRequest"]), One(form["SAMLResponse"]), One(form["RelayState"]));
        }
        catch (InvalidDataException)
        {
            return ProviderInput.OfForm(null, null, null);
        }
    }

    // A field that came twice is none: which of the two was meant is not ours to say.
    private static string? One(StringValues values) => values.Count == 1 ? values[0] : null;
}
