using System.Buffers.Text;
using System.Security.Cryptography;

namespace OneMachine;

/// <summary>The folder of one ledger on this machine. Only one program at a time can open it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock) => (_path, _lock) = (path, @lock);

    public string Storage => Path.Combine(_path, "azurite");

    public string Log => Path.Combine(_path, "functions.log");

    public string KeyFile => Path.Combine(_path, "function-key");

    /// <exception cref="DataFolderException">The folder is in use by another program or is not writable.</exception>
    public static DataFolder Open(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The folder {path} could not be created: {failure.Message}");
        }

        try
        {
            return new DataFolder(path, new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new DataFolderException($"Another eng/run is using {path}. Stop it, or choose another folder with --data.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new DataFolderException($"The folder {path} is not writable. Choose another with --data.");
        }
    }

    /// <summary>The key stored in this folder, which is created at the first start.</summary>
    public string ReadOrMakeKey()
    {
        if (File.Exists(KeyFile) && File.ReadAllText(KeyFile).Trim() is { Length: > 0 } kept) return kept;
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var onlyMine = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) onlyMine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(KeyFile, onlyMine);
        file.WriteLine(key);
        return key;
    }

    public void Dispose() => _lock.Dispose();
}

/// <summary>A folder can't be used. The message is for the user.</summary>
public sealed class DataFolderException(string message) : Exception(message);
