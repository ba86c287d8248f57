using Keyline.Identity.Roles;
using Keyline.Portal.Design;
using Keyline.Portal.Requests;

namespace Keyline.Portal.Roles;

/// <summary>The fields by which a form names a role and where it holds.</summary>
public sealed record RoleChoices(IReadOnlyList<Choice> Roles, IReadOnlyList<Choice> Scopes)
{
    /// <summary>The value that stands for the whole tenant.</summary>
    public const string WholeTenant = "";

    public static RoleChoices Of(IReadOnlyDictionary<string, Role> catalogue, SiteNames sites) => new(
        [.. catalogue.Values.OrderBy(role => !role.BuiltIn).ThenBy(role => role.Name, StringComparer.Ordinal)
            .Select(role => new Choice(role.Name, $"{role.Name}: {role.Description}"))],
        [new Choice(WholeTenant, "The whole tenant"), .. sites.All.Select(site => new Choice(site.Id.ToString(), site.Name))]);

    /// <summary>The scope that a form names; false when it names no site of this tenant.</summary>
    public static bool TryRead(PostedForm form, SiteNames sites, out SiteId? scope)
    {
        scope = form.Id("scope") is { } id ? new SiteId(id) : null;
        return scope is { } site ? sites.Knows(site) : form.Text("scope").Length == 0;
    }
}
