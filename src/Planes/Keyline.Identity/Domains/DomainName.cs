using System.Globalization;

namespace Keyline.Identity.Domains;

/// <summary>A domain that e-mail addresses end in, in lower-case ASCII (A-labels). Only <see cref="Parse"/> makes one.</summary>
public sealed record DomainName
{
    private const int MaxLabelLength = 63;

    // RFC 5891: what is shown in other scripts travels as A-labels. Unassigned characters and odd ASCII are refused.
    private static readonly IdnMapping _idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    private DomainName(string value) => Value = value;

    public string Value { get; }

    /// <summary>Where the proof of ownership is published.</summary>
    public string ChallengeName => "_keyline-challenge." + Value;

    /// <summary>Reads what a person typed: the domain itself; <c>@example.com</c> means the same.</summary>
    public static Result<DomainName, DomainFault> Parse(string? text)
    {
        var typed = (text ?? "").Trim().TrimStart('@').TrimEnd('.');
        if (ToAscii(typed) is not { } ascii || !IsHostName(ascii))
        {
            var shown = typed.Length > 80 ? typed[..80] + "…" : typed;
            return new DomainFault(DomainFaultCode.NotADomain,
                $"expected the part of your e-mail addresses behind the @, such as example.com, got '{shown}'");
        }

        if (PublicSuffixes.Contains(ascii))
        {
            return new DomainFault(DomainFaultCode.PublicSuffix,
                $"'{ascii}' belongs to nobody: companies register names under it; claim your own, such as example.{ascii}");
        }

        return PublicMailDomains.Contains(ascii)
            ? new DomainFault(DomainFaultCode.PublicMailDomain,
                $"anybody can have an address at '{ascii}', so no company can claim it; claim the company's own domain")
            : new DomainName(ascii);
    }

    public override string ToString() => Value;

    private static string? ToAscii(string typed)
    {
        // Longer texts can't become shorter than a name may be.
        if (typed.Length is 0 or > Domain.MaxNameLength)
        {
            return null;
        }

        try
        {
            return _idn.GetAscii(typed.Normalize(System.Text.NormalizationForm.FormKC)).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsHostName(string ascii)
    {
        var labels = ascii.Split('.');
        return ascii.Length <= Domain.MaxNameLength - "_keyline-challenge.".Length && labels.Length >= 2 && Array.TrueForAll(labels, IsLabel)
            && !labels[^1].All(char.IsAsciiDigit) && labels[^1] is not ("local" or "localhost" or "internal" or "invalid" or "arpa" or "onion");
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
