using Keyline.OpenId.Documents;
using Keyline.OpenId.Keys;

namespace Keyline.OpenId.Clients;

/// <summary>What a connection knows about itself and its provider before anything is fetched.</summary>
public sealed record RelyingParty
{
    /// <summary>The place of the tenant's id in the issuer of an Entra application for several tenants.</summary>
    public const string TenantPlace = "{tenantid}";

    /// <summary>Largest tolerance for clocks that differ.</summary>
    public static readonly TimeSpan LargestTolerance = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The provider's issuer, exactly as its metadata and tokens write it. It may hold <see cref="TenantPlace"/> only
    /// together with <see cref="AllowedTenants"/>.
    /// </summary>
    public required string Issuer { get; init; }

    /// <summary>Where the metadata is, when not below the issuer.</summary>
    public Uri? MetadataAddress { get; init; }

    /// <summary>Our client id at the provider.</summary>
    public required string ClientId { get; init; }

    /// <summary>Our redirect address, registered at the provider.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>How we prove who we are.</summary>
    public required ClientAuthentication Authentication { get; init; }

    /// <summary>The signature algorithms that are accepted.</summary>
    public IReadOnlyList<SignatureAlgorithm> Algorithms { get; init; } = SignatureAlgorithms.All;

    /// <summary>The scopes that are asked for; <c>openid</c> is among them.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>The Entra tenants whose people may come, by id, in lower case. Empty: tenants are not looked at.</summary>
    public IReadOnlyList<string> AllowedTenants { get; init; } = [];

    /// <summary>
    /// The Google Workspace domains whose people may come (claim <c>hd</c>), in lower case. Empty: domains are not looked
    /// at. Google has one issuer for the whole world, so with it the list is needed.
    /// </summary>
    public IReadOnlyList<string> AllowedDomains { get; init; } = [];

    /// <summary>What identifies a person.</summary>
    public SubjectSource Subject { get; init; }

    /// <summary>How far the provider's clock may differ from ours.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Allows http addresses. Anybody between us and the provider can then sign in as anybody.</summary>
    public bool InsecureAllowHttp { get; init; }

    /// <summary>How much is read.</summary>
    public DocumentLimits Limits { get; init; } = DocumentLimits.Standard;

    // A tolerance that nobody has checked is still bounded.
    internal TimeSpan Tolerance => ClockTolerance < TimeSpan.Zero ? TimeSpan.Zero
        : ClockTolerance > LargestTolerance ? LargestTolerance
        : ClockTolerance;

    internal bool IsTemplate => Issuer.Contains(TenantPlace, StringComparison.Ordinal);
}
