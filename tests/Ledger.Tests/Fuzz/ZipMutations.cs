using System.IO.Compression;

namespace DetainerLedger.Tests.Fuzz;

/// <summary>Changes one of the files in a ZIP archive, as an XLSX is one.</summary>
internal static class ZipMutations
{
    public static byte[] Of(byte[] archive, Random random)
    {
        using var changed = new MemoryStream();
        changed.Write(archive);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries[random.Next(zip.Entries.Count)];
            using var content = new MemoryStream();
            using (var reading = entry.Open()) reading.CopyTo(content);
            var name = entry.FullName;
            entry.Delete();
            if (random.Next(20) == 0) return changed.ToArray();
            var mutated = random.Next(2) == 0 ? Mutations.Bytes(content.ToArray(), random) : TextMutations.Of(content.ToArray(), random);
            using var writing = zip.CreateEntry(name).Open();
            writing.Write(mutated);
        }

        return changed.ToArray();
    }
}
