namespace Keyline.Server.Cli.Demo;

/// <summary>The sample company: who works there, where, and what their groups may do.</summary>
internal static class DemoCompany
{
    public const string Domain = "acme.example";
    public const string Everybody = "all-staff";

    /// <summary>Everybody's password at the company's IdP. The demo listens on this machine alone.</summary>
    public const string Password = "quiet lamp on the desk";

    public const string Admin = "nadia.brandt";
    public const string Supervisor = "felix.krueger";
    public const string Agent = "lena.hoffmann";
    public const string Auditor = "ruth.baumann";
    public const string Receptionist = "marie.schulz";
    public const string BuildingAdmin = "urs.keller";

    /// <summary>Who has left the company since.</summary>
    public const string Leaver = "oskar.lang";

    public static IReadOnlyList<(string Slug, string Name)> Sites { get; } = [("berlin", "Berlin"), ("zurich", "Zürich")];

    /// <summary>Which groups have which role, and at which site.</summary>
    public static IReadOnlyList<(string Group, string Role, string? Site)> Mappings { get; } =
    [
        ("phone-admins", "admin", null),
        ("contact-centre-supervisors", "supervisor", null),
        ("contact-centre-agents", "agent", null),
        (Everybody, "user", null),
        ("auditors", "auditor", null),
        ("quality-team", DemoRoles.CustomRole, null),
        ("berlin-building-admins", "building-admin", "berlin"),
        ("berlin-reception", "receptionist", "berlin"),
        ("berlin-security", "security", "berlin"),
        ("zurich-building-admins", "building-admin", "zurich"),
        ("zurich-reception", "receptionist", "zurich"),
        ("zurich-security", "security", "zurich"),
    ];

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("Nadia Brandt", "it", "berlin", "phone-admins"),
        new("Jonas Weber", "it", "zurich", "phone-admins"),
        new("Tim Seidel", "it", "berlin"),
        new("Priya Nair", "it", "zurich"),
        new("Felix Krüger", "support", "berlin", "contact-centre-supervisors"),
        new("Sophie Graf", "support", "zurich", "contact-centre-supervisors"),
        new("Emre Yilmaz", "support", "berlin", "contact-centre-supervisors", "quality-team"),
        new("Lena Hoffmann", "support", "berlin", "contact-centre-agents"),
        new("Paul Richter", "support", "berlin", "contact-centre-agents"),
        new("Aylin Demir", "support", "berlin", "contact-centre-agents"),
        new("Lukas Vogel", "support", "berlin", "contact-centre-agents"),
        new("Hanna Schreiber", "support", "berlin", "contact-centre-agents"),
        new("David Okafor", "support", "berlin", "contact-centre-agents"),
        new("Clara Jung", "support", "berlin", "contact-centre-agents", "quality-team"),
        new("Noah Fischer", "support", "zurich", "contact-centre-agents"),
        new("Mia Baumgartner", "support", "zurich", "contact-centre-agents"),
        new("Luca Bernasconi", "support", "zurich", "contact-centre-agents"),
        new("Elena Rossi", "support", "zurich", "contact-centre-agents"),
        new("Simon Frei", "support", "zurich", "contact-centre-agents"),
        new("Oskar Lang", "support", "zurich", "contact-centre-agents"),
        new("Ruth Baumann", "finance", "zurich", "auditors"),
        new("Thomas Arnold", "finance", "berlin", "auditors"),
        new("Katrin Sommer", "finance", "berlin"),
        new("Beat Zimmermann", "finance", "zurich"),
        new("Julia Stein", "sales", "berlin"),
        new("Marco Huber", "sales", "zurich"),
        new("Sarah Lindner", "sales", "berlin"),
        new("André Favre", "sales", "zurich"),
        new("Maja Kowalska", "sales", "berlin"),
        new("Ben Hartmann", "sales", "berlin"),
        new("Nora Meier", "sales", "zurich"),
        new("Sven Petersen", "sales", "berlin"),
        new("Marie Schulz", "facilities", "berlin", "berlin-reception"),
        new("Ida Neumann", "facilities", "berlin", "berlin-reception"),
        new("Karl Busch", "facilities", "berlin", "berlin-building-admins"),
        new("Dieter Kraus", "facilities", "berlin", "berlin-security"),
        new("Urs Keller", "facilities", "zurich", "zurich-building-admins"),
        new("Anna Steiner", "facilities", "zurich", "zurich-reception"),
        new("Reto Ammann", "facilities", "zurich", "zurich-security"),
        new("Vera Hofer", "facilities", "zurich", "zurich-reception"),
    ];

    /// <summary>The number inside the company: Berlin's begin with 2, Zürich's with 4.</summary>
    public static string ExtensionOf(int index) => $"{(People[index].Site == "berlin" ? 2 : 4)}{101 + index}";

    /// <summary>Numbers that are kept for films, with the extension at the end.</summary>
    public static string PhoneOf(int index) =>
        People[index].Site == "berlin" ? $"+49 30 23125 {101 + index}" : $"+41 44 555 0{101 + index}";
}
