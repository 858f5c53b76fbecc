# cmake -DREADME=... -DEXAMPLE=... -P example_test.cmake: the README shows the example as it is compiled.
file(READ ${README} readme)
file(READ ${EXAMPLE} example)
string(FIND "${readme}" "${example}" at)
if(at LESS 0)
  message(FATAL_ERROR "${README} does not show ${EXAMPLE}: copy it there")
endif()
