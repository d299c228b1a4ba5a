/* run RESULT PROGRAM…: runs it, its output thrown away, and writes "seconds kilobytes" (wall clock, greatest resident memory) to RESULT. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct rusage used;
	posix_spawn_file_actions_t fa;
	pid_t pid;
	int state;
	if (argc < 3)
		return 2;
	posix_spawn_file_actions_init(&fa);
	for (int fd = 1; fd <= 3; fd++)
		posix_spawn_file_actions_addopen(&fa, fd, "/dev/null", O_WRONLY, 0);
	double start = now();
	if (posix_spawn(&pid, argv[2], &fa, NULL, argv + 2, environ))
		return 1;
	posix_spawn_file_actions_destroy(&fa);
	if (wait4(pid, &state, 0, &used) != pid || !WIFEXITED(state) || WEXITSTATUS(state))
		return 1;
	double seconds = now() - start;
	FILE *out = fopen(argv[1], "we");
	if (!out)
		return 1;
	fprintf(out, "%.4f %ld\n", seconds, used.ru_maxrss);
	return fclose(out) ? 1 : 0;
}
