// liquidjs on bench/liquid's templates: node compare.js DATA.json [CASE], in a folder that has liquidjs installed.
// With CASE prints what it renders; else a line a measurement, `name microseconds`: the median CPU time.
// It may keep parsed partials (cache: true), which Ruby and we do for one render only.
const fs = require('fs');
const path = require('path');
const { Liquid } = require(require.resolve('liquidjs', { paths: [process.cwd()] }));

const cases = ['page', 'includes', 'compress'];
const roundSeconds = 1.5;
const source = (name) => fs.readFileSync(path.join(__dirname, name + '.liquid'), 'utf8');
const templates = {};
for (const name of ['item', 'meta', 'tags']) templates[name] = source('includes/' + name);
const engine = new Liquid({ cache: true, templates, strictFilters: true });

function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function measure(name, work) {
  for (let i = 0; i < 30; ++i) work(); // warm: let V8 compile it
  const times = [];
  let spent = 0;
  while (times.length < 5 || spent < roundSeconds * 1e6) {
    // cpuUsage costs and counts in microseconds: several runs a sample.
    const start = cpu();
    for (let i = 0; i < 5; ++i) work();
    const time = cpu() - start;
    times.push(time / 5);
    spent += time;
  }
  times.sort((a, b) => a - b);
  console.log(name, times[times.length >> 1]);
}

const data = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
if (process.argv[3]) {
  process.stdout.write(engine.parseAndRenderSync(source(process.argv[3]), data));
} else {
  for (const name of cases) {
    const text = source(name);
    const template = engine.parse(text);
    measure('parse-' + name, () => engine.parse(text));
    measure('render-' + name, () => engine.renderSync(template, data));
  }
}
