using Keyline.Identity.People;
using Keyline.Identity.SamlProvider.Apps;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;

namespace Keyline.Identity.SamlProvider.SignOn;

/// <summary>Everything that the decision about an app's request looks at.</summary>
public sealed record SignOnFacts
{
    public required Tenant Tenant { get; init; }

    public required SamlApp App { get; init; }

    public required PendingRequest Request { get; init; }

    /// <summary>Who is signed in in this browser.</summary>
    public Person? Person { get; init; }

    public LiveSession? Session { get; init; }

    /// <summary>What the app knows the person by, or would.</summary>
    public string? Name { get; init; }
}
