using System.Text.Json;
using Keyline.Identity.Access;
using Keyline.Portal.Requests;

namespace Keyline.Server.Human.Account;

/// <summary>Who am I. Programs ask it on every request of theirs, so it writes its answer straight out.</summary>
internal static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{tenant}/api/me", Write).WithMetadata(AccessRule.SignedIn);

    private static Task Write(HttpContext context)
    {
        var me = context.SignedIn();
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("sub", me.Person.Id.Value);
        json.WriteString("tenant", me.Tenant.Slug.Value);
        json.WriteString("name", me.Person.DisplayName);
        json.WriteString("userName", me.Person.UserName);
        Optional("email", me.Person.Email);
        Optional("phone", me.Person.Phone);
        Optional("extension", me.Person.Extension);
        WriteRoles(json, me);
        WritePermissions(json, me);
        WriteSession(json, me);
        json.WriteEndObject();
        return Task.CompletedTask;

        void Optional(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    private static void WriteRoles(Utf8JsonWriter json, SignedIn me)
    {
        json.WriteStartArray("roles");
        foreach (var role in me.Access.Roles)
        {
            json.WriteStartObject();
            json.WriteString("role", role.Role.Name);
            json.WriteString("scope", role.SiteId is null ? "tenant" : "site");
            if (role.SiteId is { } site)
            {
                json.WriteString("site", site.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePermissions(Utf8JsonWriter json, SignedIn me)
    {
        json.WriteStartArray("permissions");
        foreach (var permission in me.Access.Permissions)
        {
            json.WriteStringValue(permission);
        }

        json.WriteEndArray();
        json.WriteStartObject("sitePermissions");
        foreach (var (site, permissions) in me.Access.SitePermissions)
        {
            json.WriteStartArray(site.ToString());
            foreach (var permission in permissions)
            {
                json.WriteStringValue(permission);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, SignedIn me)
    {
        json.WriteStartObject("session");
        json.WriteString("id", me.Session.Id.Value);
        json.WriteString("assurance", $"aal{(int)me.Session.Assurance}");
        json.WriteString("authenticatedAt", me.Session.AuthenticatedAt);
        json.WriteString("expiresAt", me.Session.EndsAt);
        json.WriteEndObject();
    }
}
