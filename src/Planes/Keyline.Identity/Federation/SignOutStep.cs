namespace Keyline.Identity.Federation;

/// <summary>A request to an IdP to end its session too.</summary>
/// <param name="Step">Where the browser goes.</param>
/// <param name="RequestId">What the answer will refer to; empty where it refers to nothing.</param>
public sealed record SignOutStep(BrowserStep Step, string RequestId);
