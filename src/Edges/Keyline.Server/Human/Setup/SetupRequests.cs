using Keyline.Identity.SetupLinks;

namespace Keyline.Server.Human.Setup;

/// <summary>What the gate of the set-up found out about a request.</summary>
internal static class SetupRequests
{
    /// <summary>The set-up's session, where the endpoint needs one.</summary>
    public static SetupSession Setup(this HttpContext context) => context.Features.Get<SetupSession>()
        ?? throw new InvalidOperationException("This endpoint is not marked as one of the set-up.");
}
