// node compare.js [--repeat] FILE [FOLDER]...: Dart Sass (npm's `sass`, from the current folder) compiles FILE: its CSS, or
// with --repeat the median CPU time in ms of one compilation in a process that has done others.
const sass = require(require.resolve("sass", { paths: [process.cwd()] }));

const repeat = process.argv[2] === "--repeat";
const [file, ...loadPaths] = process.argv.slice(repeat ? 3 : 2);
const compile = () => sass.compile(file, { loadPaths, logger: sass.Logger.silent }).css;
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };

if (repeat) {
  const times = [];
  const start = cpu();
  while (times.length < 3 || (cpu() - start < 3000 && times.length < 40)) {
    const before = cpu();
    compile();
    times.push(cpu() - before);
  }
  console.log(times.sort((a, b) => a - b)[times.length >> 1].toFixed(3));
} else {
  process.stdout.write(compile() + "\n");
}
