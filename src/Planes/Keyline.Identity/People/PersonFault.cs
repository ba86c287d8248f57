namespace Keyline.Identity.People;

/// <summary>Why a person was not changed.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Detail">What was expected, what came, what to do.</param>
public sealed record PersonFault(PersonFaultCode Code, string Detail)
{
    internal static PersonFault NotFound { get; } = new(PersonFaultCode.NotFound, "there is no such person");

    internal static PersonFault Conflict { get; } = new(PersonFaultCode.Conflict, "somebody else changed the person at the same time; look and try again");
}
