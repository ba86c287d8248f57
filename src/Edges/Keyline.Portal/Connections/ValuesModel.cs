using Keyline.Identity.Federation;
using Keyline.Identity.Federation.Presets;

namespace Keyline.Portal.Connections;

/// <summary>What to do at the IdP, with the exact values.</summary>
public sealed record ValuesModel(DeskFrame Frame, ConnectionPreset Preset, ConnectionAddresses Addresses);
