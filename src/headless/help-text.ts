export const HELP = `Measures how few random pixel changes make image classifiers wrong.

  npm run lab -- sweep SPEC.json --out DIR [options]
  npm run lab -- attack SPEC.json --out DIR [options]
  npm run lab -- repair SPEC.json --out DIR [options]
  npm run lab -- augment SPEC.json --out DIR
  npm run lab -- report RESULT.json… [--out FOLDER|FILE] [--format NAME]

SPEC.json says which models, images and changes; docs/headless.md describes it.
DIR gets the results: of a sweep or an attack (fgsm, pgd or one-pixel, and how many
examples random pixels restore) result.json, cells.csv and images.csv; of a repair
(fine-tuning on images with a few changed pixels) result.json, images.csv,
training-images.csv and a folder for each repaired model, which a sweep takes by its
path; of augment changed copies of the images, in one folder a class, and samples.csv,
or a zip of them where DIR ends in .zip.

Options of a sweep, an attack or a repair change its speed, never a number:
  --lanes N        workers that compute at once (default: one a core, fewer
                   where the models are large; webgpu: 1)
  --chunk N        images handed to a worker at a time (not for a repair)
  --backend NAME   wasm (default), webgpu (needs the package "webgpu") or cpu (slow)

report writes up what a sweep, an attack or a repair found, one or several of them:
  --out PLACE      a folder, or a file that ends in .html, .md or .tex
                   (default: report.html where the command is typed)
  --format NAME    html (default: one file with figures, to read and to print),
                   markdown, or latex (the tables alone)

Ctrl-C stops and keeps what is done.

Exit codes: 0 done; 2 the spec or a file it names is at fault, nothing is written;
3 the run failed or was interrupted, what is done is kept; 1 anything else.
`;
