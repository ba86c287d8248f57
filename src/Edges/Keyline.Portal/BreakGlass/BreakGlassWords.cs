using System.Globalization;
using Keyline.Identity.BreakGlass;
using Keyline.Portal.Design;

namespace Keyline.Portal.BreakGlass;

/// <summary>Says how a break-glass account stands.</summary>
internal static class BreakGlassWords
{
    /// <summary>What break-glass is for.</summary>
    public const string Purpose = "A break-glass account is a local administrator that works when the identity provider does not. "
        + "Keep its password and its second factor under seal, try it every 90 days, and change the password after each use.";

    /// <summary>What must be looked at, the worst first; a single good word where there is nothing.</summary>
    public static IReadOnlyList<(string Text, Tone Tone)> Of(BreakGlassStatus status)
    {
        var words = new List<(string, Tone)>();
        if (!status.IsUsable)
        {
            words.Add(("Not set up yet", Tone.Bad));
        }

        if (status.RotationDueSince is not null)
        {
            words.Add(("Change the password", Tone.Bad));
        }

        if (status.IsUsable && status.DrillOverdue)
        {
            words.Add((status.Account.LastDrillAt is null ? "Never tried" : "Drill overdue", Tone.Warn));
        }

        return words.Count > 0 ? words : [("In order", Tone.Good)];
    }

    public static string Factors(BreakGlassStatus status)
    {
        var factors = status.Factors;
        string?[] parts =
        [
            status.HasPassword ? "password" : null,
            factors.HasTotp ? "authenticator app" : null,
            factors.Passkeys.Count switch
            {
                0 => null,
                1 => "passkey",
                var count => string.Create(CultureInfo.InvariantCulture, $"{count} passkeys"),
            },
            factors.RecoveryCodesLeft > 0 ? string.Create(CultureInfo.InvariantCulture, $"{factors.RecoveryCodesLeft} recovery codes") : null,
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } has ? string.Join(", ", has) : "none yet";
    }

    public static string Networks(BreakGlassStatus status) =>
        status.Account.AllowedNetworks is { Count: > 0 } networks ? string.Join(", ", networks) : "anywhere";

    /// <summary>Lines of a text field, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.Split(['\n', '\r', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
