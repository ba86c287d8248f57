using Keyline.Identity.Access;
using Keyline.Identity.Changes;
using Keyline.Identity.Sessions;
using Keyline.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Keyline.Portal.Requests;

/// <summary>What the gate found out about a request.</summary>
public static class RequestFacts
{
    /// <summary>The tenant that the address names.</summary>
    public static Tenant Tenant(this HttpContext context) => context.Features.Get<Tenant>()
        ?? throw new InvalidOperationException("The address of this endpoint names no tenant.");

    /// <summary>Who is calling, where the endpoint's rule asks for a session.</summary>
    public static SignedIn SignedIn(this HttpContext context) => context.Features.Get<SignedIn>()
        ?? throw new InvalidOperationException("The rule of this endpoint asks for no session.");

    /// <summary>Who is calling, if anybody is known.</summary>
    public static SignedIn? SignedInOrNull(this HttpContext context) => context.Features.Get<SignedIn>();

    /// <summary>Who changes something, for the use cases.</summary>
    public static Actor Actor(this HttpContext context) => Identity.Changes.Actor.Of(context.SignedIn(), context.Client());

    /// <summary>Where the request comes from, for sessions and the audit.</summary>
    public static ClientDescription Client(this HttpContext context) => new(
        context.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "",
        ClientName.Of(context.Request.Headers.UserAgent.ToString()));
}
