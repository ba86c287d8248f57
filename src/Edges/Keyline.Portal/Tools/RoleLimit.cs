namespace Keyline.Portal.Tools;

/// <summary>The session limits of one role as they stand in the form; empty: as everybody's.</summary>
public sealed record RoleLimit(string Role, string IdleMinutes, string Hours);
