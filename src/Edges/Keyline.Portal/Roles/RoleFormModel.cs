using Keyline.Identity.Roles;
using Keyline.Portal.Requests;

namespace Keyline.Portal.Roles;

/// <summary>The form of a role of the tenant's own, with what was typed.</summary>
/// <param name="Existing">The role that is changed; null for a new one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Draft">What it is to be.</param>
public sealed record RoleFormModel(string? Existing, string Name, RoleDraft Draft)
{
    public static RoleDraft Read(PostedForm form) => new(form.Text("description"), form.All("permission"), form.Ticked("per-site"));
}
