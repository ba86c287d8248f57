using System.Net;
using Keyline.Secrets;

namespace Keyline.Identity.Federation.Ldap;

/// <summary>What a person typed into the form of a directory's connection.</summary>
/// <param name="State">The sign-in under way.</param>
/// <param name="UserName">The user name.</param>
/// <param name="Password">The password; it is neither kept nor logged.</param>
/// <param name="Browser">The cookie of the browser that began, if it came.</param>
/// <param name="Address">Where the attempt comes from.</param>
public sealed record LdapForm(SecretText? State, string? UserName, SecretText? Password, SecretText? Browser, IPAddress? Address);
