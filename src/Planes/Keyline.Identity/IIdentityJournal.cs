using Keyline.Journal;

namespace Keyline.Identity;

/// <summary>The human plane's unit of work.</summary>
public interface IIdentityJournal : IJournal;
