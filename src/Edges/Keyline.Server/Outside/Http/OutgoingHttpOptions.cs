namespace Keyline.Server.Outside.Http;

/// <summary>Where Keyline's own requests may go.</summary>
public sealed class OutgoingHttpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "OutgoingHttp";

    /// <summary>How long a request may take, its whole answer included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How large an answer may be.</summary>
    public int MaxBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>A PEM file with the roots to trust instead of the system's.</summary>
    public string? CaFile { get; set; }

    /// <summary>Also http, not only https: whoever is on the way can then change keys and metadata.</summary>
    public bool InsecureAllowHttp { get; set; }

    /// <summary>
    /// Networks that requests may go to although they are private or this machine, such as <c>10.20.0.0/16</c>: any
    /// tenant's administrator can then make Keyline send requests there.
    /// </summary>
    public IList<string> InsecureAllowNetworks { get; } = [];
}
